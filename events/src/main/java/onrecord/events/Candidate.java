package onrecord.events;

/**
 * Another speaker that a close call might have named.
 *
 * @param entity the {@link Entity#id} in the same article, or null
 * @param name the fullest name the article gives, or null
 * @param confidence 0 to 1
 */
public record Candidate(String entity, String name, double confidence) {
  public Candidate {
    Check.optional("candidate.entity", entity, 100);
    Check.optional("candidate.name", name, Article.MAX_BODY_BYTES);
    Check.share("candidate.confidence", confidence);
  }
}
