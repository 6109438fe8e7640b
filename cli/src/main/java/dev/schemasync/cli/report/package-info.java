/** What a person sees of a run: findings, progress, outcomes. No decisions are made here. */
@NullMarked
package dev.schemasync.cli.report;

import org.jspecify.annotations.NullMarked;
