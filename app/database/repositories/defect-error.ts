/** Thrown when stored state and the caller contradict each other: our own fault, never the merchant's, and nothing may be sent. */
export class DefectError extends Error {
  override readonly name = "DefectError";
}
