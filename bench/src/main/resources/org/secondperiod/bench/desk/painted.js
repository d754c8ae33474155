// When what is looked for has been painted, by the page's own clock: milliseconds since the page began to be opened.
(() => {
  const PATIENCE = 60000;

  const shown = (...selectors) => selectors.every((each) => document.querySelector(each)?.checkVisibility());

  // A frame is painted between its callback and the next task.
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });

  const painted = (isThere) =>
    new Promise((resolve, reject) => {
      const giveUpAt = performance.now() + PATIENCE;
      const look = () => {
        if (isThere()) resolve(afterPaint());
        else if (performance.now() > giveUpAt) reject(new Error('it was never painted'));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  // A key counts from when the browser got it, whatever kept the page from looking at it.
  const sinceKey = (act, isThere) => {
    window.answered = new Promise((resolve, reject) => {
      const pressed = (event) => {
        act();
        painted(isThere).then((at) => resolve(at - event.timeStamp), reject);
      };
      addEventListener('keydown', pressed, { once: true, capture: true });
    });
  };

  window.opened =
    location.pathname === '/signed-out'
      ? painted(() => shown('h1'))
      : painted(() => shown('.numbers .to-call b', '.card .number'));
  window.opened.catch(() => {});

  window.awaitCard = () => {
    const before = location.pathname;
    sinceKey(() => {}, () => location.pathname !== before && shown('.card h1', '.card .people'));
  };

  window.awaitWord = () => {
    const word = String(performance.now());
    const heading = document.querySelector('h1');
    sinceKey(() => (heading.textContent = word), () => heading.textContent === word);
  };
})();
