/** How right the finding of copies is: copies made of real articles, and articles that are none. */
package onrecord.bench.copies;
