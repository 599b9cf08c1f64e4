// @ts-check
/** `shopify.toast`: shown by the admin, so that it stays while the app changes pages. */

/** @typedef {{ duration?: number, isError?: boolean, action?: string, onAction?: () => void, onDismiss?: () => void }} ToastOptions */

/** @param {import("./channel.js").Channel} channel */
export function createToast(channel) {
  /** @type {Map<string, ToastOptions>} */
  const shown = new Map();
  let count = 0;
  channel.on("toast-action", ({ toast }) => shown.get(String(toast))?.onAction?.());
  channel.on("toast-gone", ({ toast }) => {
    const options = shown.get(String(toast));
    shown.delete(String(toast));
    options?.onDismiss?.();
  });
  return {
    /** @param {string} message @param {ToastOptions} options */
    show(message, options = {}) {
      count += 1;
      const toast = `toast-${count}`;
      shown.set(toast, options);
      const { duration, isError, action } = options;
      channel.post("toast", { toast, message: String(message), duration, isError, action });
      return toast;
    },
    /** @param {string} toast */
    hide: (toast) => channel.post("toast-hide", { toast }),
  };
}
