/** Reads a request body; what it holds is for the caller to check. */

/** Undefined for text that is no JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
