package onrecord.ingest;

/** An article is refused; carries the {@link Refusal} to the place that answers. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  Refused(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  Refused(Refusal.Kind kind, String field, String reason) {
    this(new Refusal(kind, field, reason));
  }

  Refused(Refusal refusal, Throwable cause) {
    super(refusal.sentence(), cause);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
