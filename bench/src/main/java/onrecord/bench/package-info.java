/**
 * How fast the engine is, pass by pass beside a yardstick ({@link onrecord.bench.PlainRun}, and JMH
 * in {@link onrecord.bench.EngineBenchmark}), what the worst texts cost ({@link
 * onrecord.bench.WorstCases}), and how its text passes do beside those of others ({@link
 * onrecord.bench.TextPasses}). Run by hand: {@code docs/benchmarks.md}. Nothing here is shipped.
 */
package onrecord.bench;
