/**
 * (3) Enriched articles to links between copies. {@link onrecord.copies.Signature} is what is known
 * of a text, {@link onrecord.copies.LinkProcessor} decides, {@link onrecord.copies.CopiesTopology}
 * is the way of a record through Kafka.
 */
package onrecord.copies;
