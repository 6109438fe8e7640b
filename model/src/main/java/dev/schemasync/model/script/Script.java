package dev.schemasync.model.script;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;

/**
 * What runs on one shard in one stage.
 *
 * @param session statements that prepare a session to run the others: the settings under which the
 *     texts were deparsed
 * @param statements in order
 */
public record Script(
    Stage stage, ImmutableList<Sql> session, ImmutableList<Statement> statements) {}
