/** The order's preview, made when it is asked for. */
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useFetcher, useLocation } from "@remix-run/react";
import { OrderPreview } from "#app/components/OrderPreview.tsx";
import { PREVIEW_WORDS } from "../words.en.ts";
import type { PreviewedOrderAnswer } from "./view.ts";
import { ORDER_WORDS } from "./words.ts";

const WORDS = ORDER_WORDS.preview;

/** `press`: the button whose effect it shows. */
export function PreviewCard({ press }: { press: string }) {
  const fetcher = useFetcher<PreviewedOrderAnswer>();
  const { pathname } = useLocation();
  const { data, state } = fetcher;
  const ask = (): void => fetcher.submit({}, { method: "post", action: `${pathname}/preview`, encType: "application/json" });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{WORDS.title}</Text>
        <Text as="p" tone="subdued">{WORDS.help(press)}</Text>
        <InlineStack><Button onClick={ask} loading={state !== "idle"}>{data === undefined ? WORDS.button(press) : WORDS.again}</Button></InlineStack>
        <div role="status">
          {typeof data?.problem === "string" ? <Text as="p" tone="critical">{data.problem}</Text> : null}
          {data?.preview ? <OrderPreview order={data.preview} words={PREVIEW_WORDS} onSyncAnyway={null} /> : null}
        </div>
      </BlockStack>
    </Card>
  );
}
