/** Parts of speech: the noun "claims" from the verb, "said" from "was said". */
package onrecord.enrich.tags;
