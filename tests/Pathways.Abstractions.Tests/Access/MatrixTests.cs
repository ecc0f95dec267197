namespace Pathways.Tests.Access;

/// <summary>
/// P18: each role can do only what the reviewed matrix says. Run the tests with PATHWAYS_UPDATE_DOCS=1 to write the matrix anew, and
/// review every line that changes.
/// </summary>
public class MatrixTests
{
    private static readonly Purpose[] Purposes = [.. Enum.GetValues<Purpose>(), (Purpose)99];

    [Fact]
    public void The_matrix_is_that_of_the_table()
    {
        foreach (var (name, text) in Matrix.FromTable())
        {
            var path = Path.Combine(Matrix.Folder, name + ".csv");
            if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
            {
                File.WriteAllText(path, text);
                continue;
            }

            Assert.Equal(text.Split('\n'), File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'));
        }
    }

    [Fact]
    public void Every_role_and_operation_has_one_line()
    {
        var cells = Matrix.Read().Select(cell => (cell.Operation, cell.Role)).ToList();
        Assert.Equal(from operation in Enum.GetValues<Operation>() from role in Enum.GetValues<Role>() select (operation, role), cells);
        Assert.Equal(Matrix.FileNames.Order(), Directory.GetFiles(Matrix.Folder).Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Fact]
    public void Every_fact_has_a_column_and_every_column_a_condition()
    {
        Assert.Equal(typeof(AccessFacts).GetProperties().Length, Matrix.Facts.Length);
        Assert.Equal(Matrix.Facts.Select(fact => "access." + fact.Column), AccessConditions.All.Select(condition => condition.Code));
        Assert.Equal(Matrix.Assignments.Length, Matrix.Assignments.Distinct().Count());
        for (var bit = 0; bit < Matrix.Facts.Length; bit++)
        {
            var condition = AccessConditions.All[bit];
            Assert.All(
                Matrix.Assignments.Select((facts, bits) => (facts, bits)).Where(pair => condition.IsMet(pair.facts) != ((pair.bits >> bit & 1) == 1)),
                pair => Assert.Fail($"{condition} misreads {pair.facts}."));
        }
    }

    /// <summary>Every role, operation and assignment of all facts, for every purpose that the line names and for one that it does not.</summary>
    [Fact]
    public void Every_assignment_of_the_facts_is_decided_as_the_matrix_says()
    {
        var decided = 0L;
        foreach (var cell in Matrix.Read())
        {
            var others = Purposes.Except(cell.Purposes).ToArray();
            foreach (var purpose in cell.Purposes.Append(others[((int)cell.Operation + (int)cell.Role) % others.Length]))
            {
                var (actor, operation, needs) = (cell.Actor, cell.Operation, cell.Needs);
                var isPurpose = cell.IsAllowed && cell.Purposes.Contains(purpose);
                var assignments = Matrix.Assignments;
                for (var bits = 0; bits < assignments.Length; bits++)
                {
                    var expected = isPurpose && (bits & needs) == needs;
                    if (AccessTable.Permits(actor, operation, assignments[bits], purpose) != expected)
                    {
                        Assert.Fail($"{cell} for {purpose}, {assignments[bits]}: should be {expected}.");
                    }
                }

                decided += assignments.Length;
            }
        }

        Assert.True(decided > 1900L * 32768, $"{decided}"); // or too few lines were read, or none of them allows anything
    }

    /// <summary>All reasons, not only the first: every way to leave out some of what a line needs, with all or none of the rest.</summary>
    [Fact]
    public void Every_refusal_lists_what_the_matrix_says_is_missing()
    {
        var all = Matrix.Assignments.Length - 1;
        foreach (var cell in Matrix.Read())
        {
            for (var missing = all; missing >= 0; missing--)
            {
                if ((missing & ~(cell.Needs | 1)) != 0)
                {
                    missing &= cell.Needs | 1; // the next smaller subset of what is needed
                }

                foreach (var bits in new[] { all & ~missing, cell.Needs & ~missing })
                {
                    foreach (var purpose in Purposes)
                    {
                        Compare(cell, bits, purpose);
                    }
                }
            }
        }
    }

    private static void Compare(MatrixCell cell, int bits, Purpose purpose)
    {
        switch (AccessTable.Decide(cell.Actor, cell.Operation, Matrix.Assignments[bits], purpose))
        {
            case AccessDecision.Allowed allowed:
                Assert.True(cell.Allows(bits, purpose), $"{cell} allows {purpose} with {Matrix.Assignments[bits]}.");
                Assert.Equal(cell.View, allowed.View);
                Assert.Contains(AccessTable.Rules, rule => rule.Code == allowed.Rule && rule.Roles.Contains(cell.Role) && rule.Operations.Contains(cell.Operation));
                break;
            case AccessDecision.Denied denied:
                Assert.False(cell.Allows(bits, purpose), $"{cell} denies {purpose} with {Matrix.Assignments[bits]}.");
                Assert.Equal(Missing(cell, bits, purpose).Order(), denied.Reasons.Select(reason => reason.Code).Order());
                Assert.All(denied.Reasons, reason => Assert.EndsWith(".", reason.Sentence, StringComparison.Ordinal));
                break;
            default:
                Assert.Fail("There is no third answer.");
                break;
        }
    }

    private static IEnumerable<string> Missing(MatrixCell cell, int bits, Purpose purpose)
    {
        if (!cell.IsAllowed)
        {
            return (bits & 1) == 1 ? ["access.role"] : ["access.tenant", "access.role"];
        }

        var facts = Matrix.Facts.Where((_, bit) => ((cell.Needs & ~bits) >> bit & 1) == 1).Select(fact => "access." + fact.Column);
        return cell.Purposes.Contains(purpose) ? facts : facts.Append("access.purpose");
    }
}
