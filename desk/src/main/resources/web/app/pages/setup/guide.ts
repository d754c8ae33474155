/** Whether somebody is being led through the set-up: then its pages say what comes next. */

const GUIDED = 'desk.setting-up';

export const guide = (on: boolean): void => (on ? sessionStorage.setItem(GUIDED, 'on') : sessionStorage.removeItem(GUIDED));

export const isGuided = (): boolean => sessionStorage.getItem(GUIDED) === 'on';
