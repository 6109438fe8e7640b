package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;
import java.util.Optional;

/** The effects of adding and validating constraints. */
public final class ConstraintEffects {
  private ConstraintEffects() {}

  public static Effects addKey(Step.AddKey s, StepContext on) {
    ObjectId table = ObjectId.table(s.key().table());
    return Effects.onCatalogsOnly(Locks.exclusive(table), Extent.making(s, Extent.RELATION))
        .reading(on.size(table));
  }

  /** Functions in an index run as the owner of its table. */
  public static Effects addExclusion(Step.AddExclusion s, StepContext on) {
    ObjectId table = ObjectId.table(s.exclusion().table());
    return Effects.onCatalogsOnly(Locks.exclusive(table), Extent.making(s, Extent.RELATION))
        .checking(on.owners(table))
        .reading(on.size(table));
  }

  public static Effects addCheck(Step.AddCheck s, StepContext on) {
    return Effects.onCatalogsOnly(
            s.check().noInherit()
                ? Locks.exclusive(ObjectId.table(s.check().table()))
                : InheritanceEffects.withChildren(
                    ObjectId.table(s.check().table()), LockMode.ACCESS_EXCLUSIVE, on.context()),
            Extent.reaching(s, Extent.ROW))
        .reading(
            s.check().enforced() && s.check().validated()
                ? on.sizeWithChildren(ObjectId.table(s.check().table()))
                : Effects.READS_NOTHING);
  }

  public static Effects addNotNull(Step.AddNotNull s, StepContext on) {
    return Effects.onCatalogsOnly(
            s.only() || s.notNull().noInherit()
                ? Locks.exclusive(ObjectId.table(s.table()))
                : InheritanceEffects.withChildren(
                    ObjectId.table(s.table()), LockMode.ACCESS_EXCLUSIVE, on.context()),
            Extent.reaching(s, Extent.ROW))
        .reading(
            s.notNull().validated()
                ? on.sizeWithChildren(ObjectId.table(s.table()))
                : Effects.READS_NOTHING);
  }

  public static Effects dropNotNull(Step.DropNotNull s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.table())), Extent.changing(s, 0));
  }

  public static Effects addForeignKey(Step.AddForeignKey s, StepContext on) {
    ObjectId table = ObjectId.table(s.foreignKey().table());
    ObjectId referenced = ObjectId.table(s.foreignKey().referencedTable());
    return Effects.onCatalogsOnly(
            Locks.of(
                Locks.lock(table, LockMode.SHARE_ROW_EXCLUSIVE),
                Locks.lock(referenced, LockMode.SHARE_ROW_EXCLUSIVE)),
            Extent.reaching(s, Extent.ROW))
        .checking(on.owners(table, referenced))
        .reading(s.notValid() ? Effects.READS_NOTHING : on.size(table));
  }

  /** A row is looked up in a referenced table as that table's owner. */
  public static Effects validate(Step.ValidateConstraint s, StepContext on) {
    Optional<Constraint.ForeignKey> key =
        on.context().desired.catalog().find(s.object(), Constraint.ForeignKey.class);
    return Effects.onCatalogsOnly(
            Locks.of(
                key.isPresent()
                    ? Locks.lock(s.of(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                    : InheritanceEffects.withChildren(
                        s.of(), LockMode.SHARE_UPDATE_EXCLUSIVE, on.context()),
                key.filter(k -> !k.referencedTable().equals(k.table()))
                    .map(k -> Locks.lock(ObjectId.table(k.referencedTable()), LockMode.ROW_SHARE))
                    .orElse(Effects.NO_LOCKS)),
            Extent.reaching(s, Extent.ROW))
        .checking(
            key.map(k -> on.owners(ObjectId.table(k.table()), ObjectId.table(k.referencedTable())))
                .orElse(Effects.NO_ROLES))
        .reading(key.isPresent() ? on.size(s.of()) : on.sizeWithChildren(s.of()));
  }
}
