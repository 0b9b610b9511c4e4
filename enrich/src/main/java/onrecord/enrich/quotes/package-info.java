/**
 * Who said what. {@link onrecord.enrich.quotes.QuoteFinder} is the pipeline; what its steps choose
 * is learned ({@link onrecord.enrich.quotes.QuoteModel}). Knows no Kafka, HTTP, JDBC or JSON.
 */
package onrecord.enrich.quotes;
