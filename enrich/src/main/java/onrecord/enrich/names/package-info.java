/** Names of people, organisations and places in the text. Knows no Kafka, HTTP, JDBC or JSON. */
package onrecord.enrich.names;
