// @ts-check
/** The line between the app in its iframe and the admin around it; must never carry a secret towards the admin, and hears nobody but the parent window. */

/** @typedef {{ post: (kind: string, data?: object) => void, ask: (kind: string, data?: object) => Promise<unknown>, on: (kind: string, handler: (data: Record<string, unknown>) => void) => void }} Channel */

const ANSWER_WITHIN_MS = 10_000;

/**
 * Who may embed the app is decided by its frame-ancestors header, so a message to the parent may go to any origin.
 * @param {Window} view
 * @returns {Channel}
 */
export function openChannel(view) {
  /** @type {Map<string, (data: Record<string, unknown>) => void>} */
  const handlers = new Map();
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
  const open = new Map();
  let lastId = 0;

  /** @param {string} kind @param {object} data */
  const post = (kind, data = {}) => view.parent.postMessage({ ...data, from: "tieout-app-bridge", kind }, "*");

  view.addEventListener("message", (event) => {
    if (event.source !== view.parent || event.data?.from !== "tieout-admin") return;
    if (event.data.kind !== "answer") return handlers.get(event.data.kind)?.(event.data);
    const question = open.get(event.data.id);
    open.delete(event.data.id);
    if (event.data.error === undefined) question?.resolve(event.data.value);
    else question?.reject(new Error(event.data.error));
  });

  return {
    post,
    on: (kind, handler) => void handlers.set(kind, handler),
    ask: (kind, data = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        open.set(id, { resolve, reject });
        post(kind, { ...data, id });
        view.setTimeout(() => open.delete(id) && reject(new Error("the Shopify admin does not answer")), ANSWER_WITHIN_MS);
      }),
  };
}
