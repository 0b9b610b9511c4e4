/**
 * Which version of an article is its truth, and what it changes. Articles and events in, rulings
 * out; no Kafka.
 */
package onrecord.enrich.versions;
