/** "Connect QuickBooks", and what it says when QuickBooks could not be reached. */
import { Box, Button, InlineError, InlineStack } from "@shopify/polaris";
import { useConnect } from "./use-connect.ts";

const FAILED = "QuickBooks could not be reached from here. Nothing was changed; try again.";

export function ConnectButton({ label = "Connect QuickBooks", primary = true }: { label?: string; primary?: boolean }) {
  const connect = useConnect();
  return (
    <div>
      <InlineStack>
        <Button variant={primary ? "primary" : "secondary"} onClick={connect.start} loading={connect.state === "leaving"}>
          {label}
        </Button>
      </InlineStack>
      <div role="status">
        {connect.state === "failed" ? (
          <Box paddingBlockStart="200">
            <InlineError message={FAILED} fieldID="connect" />
          </Box>
        ) : null}
      </div>
    </div>
  );
}
