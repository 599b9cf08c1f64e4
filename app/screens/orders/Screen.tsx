/** The list of orders: where each stands, and what is in QuickBooks for it. */
import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import { useNavigation } from "@remix-run/react";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { FilterTabs } from "#app/components/FilterTabs.tsx";
import { PageLinks } from "#app/components/PageLinks.tsx";
import { SearchForm } from "#app/components/SearchForm.tsx";
import { useAutoRefresh } from "#app/components/use-auto-refresh.ts";
import { OrderTable } from "./OrderTable.tsx";
import styles from "./Screen.module.css";
import type { OrdersView } from "./view.ts";
import { ORDERS_WORDS } from "./words.ts";

const LIST = "orders";

export function OrdersScreen({ view }: { view: OrdersView }) {
  useAutoRefresh(view.refreshMs);
  const loading = useNavigation().state === "loading";
  return (
    <Page title={ORDERS_WORDS.title} fullWidth>
      <BlockStack gap="400">
        <ConnectionBanner notice={view.notice} />
        <Card padding="0">
          <div className={styles["tools"]}>
            <FilterTabs tabs={view.tabs} label={ORDERS_WORDS.filters} />
            <SearchForm
              action="/app/orders" name="search" value={view.search} keep={{ show: view.show }} clearUrl={view.clearUrl}
              words={{ label: ORDERS_WORDS.search, placeholder: ORDERS_WORDS.searchPlaceholder, button: ORDERS_WORDS.searchButton, clear: ORDERS_WORDS.clear }}
            />
          </div>
          <div id={LIST} tabIndex={-1} aria-busy={loading} className={`${styles["list"]} ${loading ? styles["loading"] : ""}`}>
            <p role="status" className={styles["underWay"]}>{view.underWay}</p>
            {view.empty === null ? <OrderTable orders={view.orders} label={ORDERS_WORDS.title} /> : <Nothing {...view.empty} />}
          </div>
        </Card>
        <PageLinks label={ORDERS_WORDS.pages} listId={LIST} newer={{ label: ORDERS_WORDS.newer, url: view.newerUrl }} older={{ label: ORDERS_WORDS.older, url: view.olderUrl }} />
      </BlockStack>
    </Page>
  );
}

function Nothing({ title, sentence }: { title: string; sentence: string }) {
  return (
    <div className={styles["nothing"]}>
      <Text as="h2" variant="headingMd">{title}</Text>
      <Text as="p" tone="subdued">{sentence}</Text>
    </div>
  );
}
