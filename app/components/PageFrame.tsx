/** Around every page: a skeleton while the next one is slow to come, and the beginning of the page once it is there. */
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useLocation, useNavigation } from "@remix-run/react";
import { LoadingPage } from "./LoadingPage.tsx";
import styles from "./PageFrame.module.css";

/** Pages that come sooner would only flicker. */
const SKELETON_AFTER_MS = 200;

export function PageFrame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    // Remix's own scroll restoration needs sessionStorage, which an iframe may not have (06, Remix traps).
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  const leaving = useLeavingFor(pathname);
  return (
    <main ref={main} tabIndex={-1} className={styles["main"]} aria-busy={leaving}>
      {leaving ? <LoadingPage /> : children}
    </main>
  );
}

/** True while another page is on its way for longer than a moment; searching or paging within one page keeps it in place. */
function useLeavingFor(pathname: string): boolean {
  const { state, location } = useNavigation();
  const under = state === "loading" && location.pathname !== pathname;
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!under) return;
    const timer = setTimeout(() => setSlow(true), SKELETON_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [under]);
  return under && slow;
}
