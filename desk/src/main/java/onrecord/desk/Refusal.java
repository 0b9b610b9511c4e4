package onrecord.desk;

/** A question the desk won't answer; the message is a sentence for the one who asked. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int status;

  /** The parameter that was wrong, or null. */
  final String parameter;

  private Refusal(int status, String parameter, String sentence) {
    super(sentence);
    this.status = status;
    this.parameter = parameter;
  }

  static Refusal badParameter(String parameter, String sentence) {
    return new Refusal(400, parameter, sentence);
  }

  static Refusal notFound(String sentence) {
    return new Refusal(404, null, sentence);
  }
}
