/** What a person typed cannot be used; the message is a sentence for the page. */
export class FormError extends Error {
  override readonly name = "FormError";
}
