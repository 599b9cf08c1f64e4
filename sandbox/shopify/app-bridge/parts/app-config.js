// @ts-check
/** What App Bridge knows of where it runs, read from its script tag and the page's address. */

/** @typedef {{ apiKey: string, shop: string, host: string, locale: string, appOrigins: string[] }} AppConfig */

/**
 * @param {Location} location
 * @param {Element | null} script
 * @returns {AppConfig}
 */
export function readConfig(location, script) {
  const query = new URLSearchParams(location.search);
  return {
    apiKey: script?.getAttribute("data-api-key") ?? "",
    shop: query.get("shop") ?? "",
    host: query.get("host") ?? "",
    locale: query.get("locale") ?? "en-US",
    appOrigins: [location.origin],
  };
}
