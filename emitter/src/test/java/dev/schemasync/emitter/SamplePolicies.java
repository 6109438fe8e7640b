package dev.schemasync.emitter;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Policies and row security of the sample. */
final class SamplePolicies {
  private SamplePolicies() {}

  static void add(Sample s) {
    QualifiedName orders = s.names.app("orders");
    ImmutableSortedSet<Grantee> roles = ImmutableSortedSet.of(new Grantee.Role(Sample.ROLE));
    s.post(
        new Step.CreatePolicy(
            new Policy(
                orders,
                s.names.id("open_to_all"),
                true,
                Policy.Command.ALL,
                ImmutableSortedSet.of(new Grantee.Everybody()),
                Optional.of(s.names.text("(%s > 0)", "id")),
                Optional.empty(),
                Optional.empty())));
    s.post(
        new Step.CreatePolicy(
            new Policy(
                orders,
                s.names.id("narrow"),
                false,
                Policy.Command.UPDATE,
                roles,
                Optional.of(s.names.text("(%s > 0)", "id")),
                Optional.of(s.names.text("(%s < 9)", "id")),
                Optional.empty())));
    s.post(new Step.SetPolicyRoles(orders, s.names.id("open_to_all"), roles));
    s.post(
        new Step.SetComment(
            ObjectId.policy(ObjectId.table(orders), s.names.id("narrow")),
            Optional.of("some rows")));
    s.post(new Step.SetRowSecurity(orders, new Table.RowSecurity(true, true)));
    s.post(new Step.SetRowSecurity(orders, Table.RowSecurity.NONE));
  }
}
