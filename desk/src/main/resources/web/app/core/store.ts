/** What the desk knows of a school's day, kept up to date by what the services tell. */

import { AGAIN, all, get, passes, Unreached } from './api';
import { Live, type LiveEvent } from './live';
import { outbox } from './outbox';
import { person } from './person';
import type { Sentence } from './refusals';
import { isoDay, now, setClock } from './time';
import type { Holding, Hold, School, Session, Student, Summary, Task, Whereabouts } from './types';

export type Connection = 'live' | 'connecting' | 'offline';

const CALLS = ['caller', 'attendance-lead', 'principal'];
const LEADS = ['attendance-lead', 'principal'];
const NUMBERS = [...LEADS, 'district-analyst', 'admin'];
const UNFINISHED = ['OPEN', 'CLAIMED', 'AWAITING_ARRIVAL'];

/** What is asked for anew after which event; a call shows in its task. */
const CONCERNS: Record<string, 'tasks' | 'whereabouts' | undefined> = { 'call-task': 'tasks', whereabouts: 'whereabouts' };

/** What is told in a burst is asked for once. */
const GATHER = 250;

export class Store {
  session: Session | null = null;
  subject = '';
  holdings: Holding[] = [];
  schools: Summary[] = [];
  settings: School | null = null;

  school = '';
  day = '';
  tasks: Task[] = [];
  loaded = false;
  /** Tasks that have come since somebody looked: shown when they are asked for. */
  waiting = new Map<string, Task>();
  hallway: Whereabouts[] = [];
  heldStudents: Whereabouts[] = [];
  holds: Hold[] = [];
  /** How many follow-ups of this person's have come due at the school; null as long as that is not known. */
  dueFollowUps: number | null = null;
  connection: Connection = 'connecting';
  /** What has just happened, for who cannot see it move. */
  said: Sentence = '';
  failure: unknown = null;
  /** Why the school's settings could not be had: calls do not need them. */
  withoutSettings: unknown = null;

  private live: Live | null = null;
  private watchers = new Set<() => void>();
  private due = new Set<'tasks' | 'whereabouts'>();
  private timer = 0;

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  tell(): void {
    this.watchers.forEach((watcher) => watcher());
  }

  announce(words: Sentence): void {
    this.said = words;
    this.tell();
  }

  async signIn(): Promise<void> {
    const [session, mine] = await Promise.all([
      get<Session>('/session'),
      get<{ subject: string; items: Holding[] }>('/api/outreach/v1/grants/mine'),
    ]);
    this.session = session;
    setClock(session.now, session.zone);
    this.subject = mine.subject;
    person.is(mine.subject);
    this.holdings = mine.items;
    if (mine.items.length > 0) {
      const day = this.chosenDay();
      this.schools = (await get<{ items: Summary[] }>('/api/outreach/v1/whereabouts/summary', { day })).items;
    }
    this.tell();
  }

  /** The schools as they are now: one may have been set up. */
  async readSchools(): Promise<void> {
    try {
      this.schools = (await get<{ items: Summary[] }>('/api/outreach/v1/whereabouts/summary', { day: this.chosenDay() })).items;
      this.tell();
    } catch {
      // what is known stays
    }
  }

  private chosenDay(): string {
    return new URLSearchParams(location.search).get('day') ?? isoDay(now());
  }

  private holds_(roles: string[], school: string): boolean {
    return this.holdings.some(
      (each) => roles.includes(each.role) && (each.schools.includes(school) || each.schools.includes('*')),
    );
  }

  calls = (school: string): boolean => this.holds_(CALLS, school);
  leads = (school: string): boolean => this.holds_(LEADS, school);
  /** Whether somebody is shown a school's reports: of those who read of no student, months without small groups. */
  readsNumbers = (school: string): boolean => this.holds_(NUMBERS, school);
  readsReports = (): boolean => this.hasRole(...NUMBERS);
  hasRole = (...roles: string[]): boolean => this.holdings.some((each) => roles.includes(each.role));
  hasRoleAt = (role: string, school: string): boolean => this.holds_([role], school);
  isAdminOf = (school: string): boolean => this.holds_(['admin'], school);
  isAdminOfAll = (): boolean => this.holdings.some((each) => each.role === 'admin' && each.schools.includes('*'));
  /** The schools whose families this person calls. */
  mine = (): Summary[] => this.schools.filter((each) => this.calls(each.schoolId));

  /** Opens a school's day; nothing happens when it is open already. */
  async open(school: string): Promise<void> {
    const day = this.chosenDay();
    if (school === this.school && day === this.day) return;
    this.live?.stop();
    this.school = school;
    this.day = day;
    this.loaded = false;
    this.tasks = [];
    this.waiting.clear();
    this.hallway = [];
    this.heldStudents = [];
    this.holds = [];
    this.dueFollowUps = null;
    this.settings = null;
    this.withoutSettings = null;
    this.tell();
    if (!this.calls(school)) {
      this.loaded = true;
      this.tell();
      return;
    }
    this.live = new Live(`/api/outreach/v1/events?school=${encodeURIComponent(school)}`, this.happened, (state) => {
      this.connection = state;
      if (state === 'live' && this.failure) void this.readAgain();
      this.tell();
    });
    await Promise.all([this.readTasks(true), this.readWhereabouts(), this.readSettings()]);
  }

  async readTasks(showAll = false): Promise<void> {
    const { school, day } = this;
    try {
      const tasks = await all<Task>('/api/outreach/v1/call-tasks', { school, day, limit: 1000 });
      if (school !== this.school || day !== this.day) return;
      this.failure = null;
      this.merge(tasks, showAll || !this.loaded);
      this.loaded = true;
      this.tell();
    } catch (fault) {
      this.failed(fault);
    }
  }

  /** What is on the screen keeps its place; what is new waits below the pill. */
  private merge(listed: Task[], showAll: boolean): void {
    const known = new Map([...this.waiting.values(), ...this.tasks].map((task) => [task.taskId, task]));
    const tasks = listed.map((task) => this.latest(known.get(task.taskId), task));
    if (showAll) {
      this.tasks = tasks;
      this.waiting.clear();
      return;
    }
    const fresh = new Map(tasks.map((task) => [task.taskId, task]));
    const shown = new Set(this.tasks.map((task) => task.taskId));
    this.tasks = this.tasks.map((task) => fresh.get(task.taskId) ?? task);
    const added = tasks.filter((task) => !shown.has(task.taskId));
    this.waiting = new Map(added.filter((task) => UNFINISHED.includes(task.state)).map((task) => [task.taskId, task]));
    this.tasks.push(...added.filter((task) => !UNFINISHED.includes(task.state)));
  }

  /** A list may have been asked for before what is known here, and before a call that is still to be told. */
  private latest(known: Task | undefined, listed: Task): Task {
    if (known && known.version > listed.version) return known;
    const free = listed.state === 'OPEN' || (listed.state === 'CLAIMED' && listed.claimedBy === this.subject);
    return free && outbox.ends(listed.taskId) ? { ...listed, state: 'DONE', claimedBy: undefined } : listed;
  }

  /** Lets what is new take its place. */
  showNew(): void {
    void this.readTasks(true);
  }

  /** An answer that says what a task is now. */
  put(task: Task): void {
    const at = this.tasks.findIndex((each) => each.taskId === task.taskId);
    if (at < 0) this.tasks.push(task);
    else if (task.version >= this.tasks[at].version) {
      this.tasks[at] = { ...task, student: task.student ?? this.tasks[at].student };
    }
    this.tell();
  }

  async readWhereabouts(): Promise<void> {
    const { school, day } = this;
    try {
      const [found, holds] = await Promise.all([
        all<Whereabouts>('/api/outreach/v1/whereabouts', { school, day, state: ['IN_BUILDING', 'HELD'], limit: 1000 }),
        get<{ items: Hold[] }>('/api/outreach/v1/holds', { school, day }),
      ]);
      if (school !== this.school || day !== this.day) return;
      this.hallway = found.filter((each) => each.state === 'IN_BUILDING');
      this.heldStudents = found.filter((each) => each.state === 'HELD');
      this.holds = holds.items;
      this.tell();
    } catch (fault) {
      this.failed(fault);
    }
  }

  async readDueFollowUps(): Promise<void> {
    const { school } = this;
    if (!school || !this.calls(school)) return;
    const count = await get<{ due: number }>('/api/outreach/v1/follow-ups/count', { school }).catch(() => null);
    if (!count || school !== this.school) return;
    this.dueFollowUps = count.due;
    this.tell();
  }

  private async readSettings(): Promise<void> {
    const { school } = this;
    try {
      const settings = await get<School>(`/api/ingest/v1/schools/${encodeURIComponent(school)}`);
      if (school !== this.school) return;
      this.settings = settings;
      this.withoutSettings = null;
      if (settings.zone && this.session) setClock(new Date(now()).toISOString(), settings.zone);
      this.tell();
    } catch (fault) {
      if (school !== this.school) return;
      this.withoutSettings = fault;
      this.tell();
      if (passes(fault)) setTimeout(() => school === this.school && void this.readSettings(), AGAIN);
    }
  }

  /** What could not be had while nobody answered. */
  private async readAgain(): Promise<void> {
    await Promise.all([this.readTasks(this.tasks.length === 0), this.readWhereabouts()]);
  }

  private failed(fault: unknown): void {
    if (fault instanceof Unreached) this.connection = 'offline';
    this.failure = fault;
    this.loaded = true;
    this.tell();
  }

  private readonly happened = (event: LiveEvent): void => {
    if (event.kind === 'reset') {
      this.due.add('tasks').add('whereabouts');
    } else if (event.data.schoolDay === this.day) {
      const concerned = CONCERNS[event.kind];
      if (concerned) this.due.add(concerned);
    }
    if (!this.timer && this.due.size > 0) this.timer = window.setTimeout(() => this.catchUp(), GATHER);
  };

  private async catchUp(): Promise<void> {
    const due = [...this.due];
    const before = new Map(this.tasks.map((task) => [task.taskId, task.state]));
    this.due.clear();
    await Promise.all([
      due.includes('tasks') ? this.readTasks() : undefined,
      due.includes('whereabouts') ? this.readWhereabouts() : undefined,
    ]);
    this.timer = 0;
    const arrived = this.tasks.filter(
      (task) => task.state === 'ARRIVED' && ['OPEN', 'CLAIMED', 'AWAITING_ARRIVAL'].includes(before.get(task.taskId) ?? ''),
    );
    if (arrived.length > 0) this.onArrived(arrived);
    if (this.due.size > 0) this.timer = window.setTimeout(() => this.catchUp(), GATHER);
  }

  /** Told when students whose families were to be called have come in. */
  onArrived: (tasks: Task[]) => void = () => {};
}

export const store = new Store();

export const isToCall = (task: Task): boolean =>
  (task.state === 'OPEN' || task.state === 'CLAIMED') && !isLater(task);

/** A household that was reached today is not handed out again, except for safety. */
export const mayComeNext = (task: Task): boolean =>
  isToCall(task) && (task.householdReachedAt === undefined || task.callAgainAt !== undefined || task.band === 1);

export const isLater = (task: Task): boolean =>
  task.state === 'OPEN' && task.callAgainAt !== undefined && Date.parse(task.callAgainAt) > now();

export const isReached = (task: Task): boolean =>
  task.state === 'AWAITING_ARRIVAL' || task.state === 'DONE' || task.householdReachedAt !== undefined;

export const isArrived = (task: Task): boolean => task.state === 'ARRIVED' || task.arrivedAt !== undefined;

/** A grade without the nought in front: 9, K. */
export const grade = (student: Student | undefined): string => student?.grade?.replace(/^0+(?=\d)/, '') ?? '';

/** What somebody is called, family name last. */
export const fullName = (student: Student | undefined): string =>
  student ? `${student.preferredName || student.givenName} ${student.familyName}` : '';
