/** Why a secret could not be sealed or opened; its message never holds a secret or a key. */

export type SecretBoxProblem =
  /** ENCRYPTION_KEYS cannot be read. */
  | "malformed_ring"
  /** The text was never made by `seal`. */
  | "malformed_secret"
  /** Sealed with a key that the ring does not have (any more). */
  | "unknown_key"
  /** Changed, moved to another row, or sealed with another key of the same id. */
  | "not_authentic";

export class SecretBoxError extends Error {
  override readonly name = "SecretBoxError";
  readonly problem: SecretBoxProblem;

  constructor(problem: SecretBoxProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}
