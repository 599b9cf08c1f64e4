/** Says of a setting that rules override it, with the way to them. */
import { Link, Text } from "@shopify/polaris";
import { WORDS } from "./words.ts";

export function OverriddenNote({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return <Text as="p" tone="subdued">{sentence} <Link url="/app/rules">{WORDS.mode.rules}</Link></Text>;
}
