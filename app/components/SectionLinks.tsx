/** The parts of a long form, on top of it: each leads to its own, and takes the keyboard along. */
import { Box, Button, InlineStack } from "@shopify/polaris";
import { sectionId } from "./section-id.ts";

export function SectionLinks({ label, titles }: { label: string; titles: readonly string[] }) {
  return (
    <nav aria-label={label}>
      {/* Below 490 px a page has no margins of its own. */}
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <InlineStack gap="400">
          {titles.map((title) => <Button key={title} variant="plain" onClick={() => goTo(sectionId(title))}>{title}</Button>)}
        </InlineStack>
      </Box>
    </nav>
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
