/** What is not published yet, with the way to publish it and the way back. */
import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import type { RulesView } from "./view.ts";
import { WORDS } from "./words.ts";

const SHOWN = 6;

export type DraftBannerProps = Pick<RulesView, "changes" | "publishedMeanwhile"> & { busy: boolean; onPublish: () => void; onDiscard: () => void };

export function DraftBanner({ changes, publishedMeanwhile, busy, onPublish, onDiscard }: DraftBannerProps) {
  if (changes.length === 0) return null;
  return (
    <Banner
      tone={publishedMeanwhile ? "warning" : "info"} title={WORDS.draftTitle(changes.length)}
      action={{ content: WORDS.publish, onAction: onPublish, disabled: busy }} secondaryAction={{ content: WORDS.discard, onAction: onDiscard }}
    >
      <BlockStack gap="100">
        {publishedMeanwhile ? <Text as="p">{WORDS.publishedMeanwhile}</Text> : null}
        <List>{changes.slice(0, SHOWN).map((change) => <List.Item key={change}>{change}</List.Item>)}</List>
        {changes.length > SHOWN ? <Text as="p">{WORDS.more(changes.length - SHOWN)}</Text> : null}
      </BlockStack>
    </Banner>
  );
}
