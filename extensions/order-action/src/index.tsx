/** @jsxImportSource preact */
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { ResyncAction } from "../../shared/ResyncAction.tsx";

export default function extension(): void {
  const orderIds = shopify.data.selected.map(({ id }) => id);
  render(<ResyncAction orderIds={orderIds} close={() => shopify.close()} />, document.body);
}
