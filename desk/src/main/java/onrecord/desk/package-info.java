/**
 * The reading room: pages and a query API over the storage.
 *
 * <p>A request meets these classes in this order: {@link onrecord.desk.DeskService} (the server and
 * its addresses), {@code ApiDoor} or {@code PageDoor} (one method an address), {@code Parameters}
 * (what was asked), {@code Archive} (the SQL), and for pages the {@code …Page} classes, which write
 * through {@code Html}. What can't be served is answered by {@code Failures}.
 */
package onrecord.desk;
