/** Headers of a response that Shopify's library threw (the retry hint for App Bridge) survive only if the route hands them on; as the library's `boundary.headers` does. */
import type { HeadersFunction } from "@remix-run/node";

export const libraryHeaders: HeadersFunction = ({ parentHeaders, loaderHeaders, actionHeaders, errorHeaders }) => {
  if (errorHeaders !== undefined && [...errorHeaders].length > 0) return errorHeaders;
  return new Headers([...parentHeaders, ...loaderHeaders, ...actionHeaders]);
};
