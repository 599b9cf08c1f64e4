/** The app's tones in the words of Shopify's components. */
export type Tone = "info" | "success" | "warning" | "critical" | "neutral";

export function toneOf(tone: string): Tone {
  switch (tone) {
    case "success":
    case "info":
    case "critical":
    case "warning":
      return tone;
    case "attention":
      return "warning";
    default:
      return "neutral";
  }
}
