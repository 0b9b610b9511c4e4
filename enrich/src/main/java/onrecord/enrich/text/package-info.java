/**
 * From characters to blocks, tokens, sentences and quotation marks. Knows no Kafka, HTTP, JDBC or
 * JSON.
 */
package onrecord.enrich.text;
