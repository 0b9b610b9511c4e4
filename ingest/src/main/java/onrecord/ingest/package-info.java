/**
 * (1) The way articles come in: over HTTP ({@link onrecord.ingest.IngestService}) and out of files
 * ({@link onrecord.ingest.ArticleFiles}), read by one set of readers, refused with what is wrong
 * and where, and written to the articles' topic by {@link onrecord.ingest.Publisher}.
 */
package onrecord.ingest;
