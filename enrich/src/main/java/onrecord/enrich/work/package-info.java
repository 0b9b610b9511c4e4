/** How much work an article may be: what keeps a monstrous page from holding up all others. */
package onrecord.enrich.work;
