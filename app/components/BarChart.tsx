/** One bar per day, drawn by the server. People who do not see it get its summary; who points at a bar gets its day and number. */
import styles from "./BarChart.module.css";

export type Bar = { /** Such as `Nov 2: 3 documents`. */ title: string; /** 0 to 1. */ share: number };
export type BarChartProps = { summary: string; top: string; bars: readonly Bar[]; axis: { start: string; end: string } };

const STEP = 10;
const GAP = 2.5;
const HEIGHT = 100;
/** A day on which little happened must not look like one on which nothing did. */
const LOWEST = 3;

export function BarChart({ summary, top, bars, axis }: BarChartProps) {
  return (
    <figure className={styles["figure"]}>
      <span className={styles["top"]} aria-hidden="true">{top}</span>
      <svg className={styles["plot"]} role="img" aria-label={summary} viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} preserveAspectRatio="none">
        {bars.map(({ title, share }, index) => {
          const height = share === 0 ? 1 : Math.max(LOWEST, share * HEIGHT);
          return (
            <g key={title} className={share === 0 ? styles["none"] : styles["bar"]}>
              <title>{title}</title>
              <rect className={styles["target"]} x={index * STEP} y={0} width={STEP} height={HEIGHT} />
              <rect x={index * STEP + GAP / 2} y={HEIGHT - height} width={STEP - GAP} height={height} />
            </g>
          );
        })}
      </svg>
      <div className={styles["axis"]} aria-hidden="true">
        <span>{axis.start}</span>
        <span>{axis.end}</span>
      </div>
    </figure>
  );
}
