/**
 * (2) Articles to enriched articles and quotes. {@link onrecord.enrich.Engine} is the way of a text
 * through the passes, {@link onrecord.enrich.EnrichTopology} the way of a record through Kafka.
 */
package onrecord.enrich;
