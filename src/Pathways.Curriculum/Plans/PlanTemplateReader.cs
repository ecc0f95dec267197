using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>From the fields of a file to a template; every fault is noted at its place.</summary>
internal static class PlanTemplateReader
{
    private static readonly PlanElementId Unread = PlanElementId.From("?");

    public static PlanTemplate Read(JsonRecord root)
    {
        var starts = Grade(root, "startsIn");
        var signers = root.List("signers", Signer);
        var template = new PlanTemplate
        {
            Id = root.Id<PlanTemplateId>("id"),
            Version = root.WholeNumber("version", 1),
            Title = root.Text("title"),
            Jurisdiction = root.Text("jurisdiction"),
            Authority = root.Text("authority"),
            EffectiveFrom = root.Date("effectiveFrom"),
            EffectiveTo = root.DateOrNull("effectiveTo"),
            StartsIn = starts,
            ReviewedIn = Grades(root, "reviewedIn"),
            IsGraduationRequirement = root.Flag("graduationRequirement"),
            Signers = signers,
            Elements = root.List("elements", element => Element(element, starts, !signers.IsEmpty)),
            Sources = root.Texts("sources"),
            Notes = root.Texts("notes"),
        };
        if (template.EffectiveTo < template.EffectiveFrom)
        {
            root.Fault("effectiveTo", "before-start", $"{DayWord.Of(template.EffectiveTo.Value)} is before the first day, {DayWord.Of(template.EffectiveFrom)}. Maybe the two are swapped.");
        }

        if (template.Elements.IsEmpty && root.PlaceOf("elements", 0) == root.PlaceOf("elements"))
        {
            root.Fault("elements", "missing", "A plan needs at least one element.");
        }

        Unique(root, template);
        return template;
    }

    private static void Unique(JsonRecord root, PlanTemplate template)
    {
        var seen = new HashSet<PlanElementId>();
        for (var i = 0; i < template.Elements.Length; i++)
        {
            // An identifier that could not be read has a fault already.
            if (template.Elements[i].Id is var id && id != Unread && !seen.Add(id))
            {
                var place = root.PlaceOf("elements", i);
                root.Fault(place with { Path = $"{place.Path}.id" }, "duplicate", $"There is an element \"{id}\" above already. Rename one.");
            }
        }
    }

    private static PlanSigner Signer(JsonRecord json) => new(json.Text("title"), Filled(json, "roles", json.Choices<Role>("roles")));

    private static PlanElement Element(JsonRecord json, GradeLevel starts, bool hasSigners) => new()
    {
        Id = json.Id<PlanElementId>("id"),
        Title = json.Text("title"),
        Section = json.TextOrNull("section"),
        Criterion = PlanCriterionReader.Required(json, "criterion", hasSigners),
        Due = Due(json, starts),
        IsRequired = json.Flag("required", true),
        OnlyIf = json.TextOrNull("onlyIf"),
        WaivedBy = json.Choices<Role>("waivedBy"),
        OptOutBy = json.Choices<Role>("optOutBy"),
        IsVerified = json.Flag("verified", true),
        Sources = json.Texts("sources"),
    };

    private static PlanDue Due(JsonRecord element, GradeLevel starts)
    {
        if (!element.Has("due"))
        {
            element.Fault("due", "missing", "\"due\" is missing. Give \"byEndOf\" a grade, or \"inEach\" a list of grades.");
        }

        return element.ObjectOrNull<PlanDue>("due", json =>
        {
            var term = json.IdOrNull<TermId>("term");
            if (json.Has("byEndOf") == json.Has("inEach"))
            {
                json.Fault("", "unclear", "Give either \"byEndOf\" a grade or \"inEach\" a list of grades.");
            }

            if (json.Has("inEach"))
            {
                var grades = Grades(json, "inEach");
                Early(json, "inEach", grades.FirstOrDefault(starts), starts);
                return new PlanDue.InEach(Filled(json, "inEach", grades)) { Term = term };
            }

            GradeLevel? first = json.Has("notBefore") ? Grade(json, "notBefore") : null;
            var grade = json.Has("byEndOf") ? Grade(json, "byEndOf") : starts;
            Early(json, "byEndOf", grade, starts);
            if (first > grade)
            {
                json.Fault("notBefore", "after-due", $"Grade {first} is after the grade it is due in, {grade}. Maybe the two are swapped.");
            }

            return new PlanDue.ByEndOf(grade, first) { Term = term };
        }) ?? new PlanDue.ByEndOf(starts);
    }

    private static void Early(JsonRecord json, string field, GradeLevel grade, GradeLevel starts)
    {
        if (grade < starts)
        {
            json.Fault(field, "before-start", $"Grade {grade} is before grade {starts}, in which the plan starts. Maybe it starts earlier.");
        }
    }

    private static GradeLevel Grade(JsonRecord json, string field)
    {
        var grade = json.Grade(field);
        if (grade.Number is null)
        {
            json.Fault(field, "out-of-range", $"Grade {grade} has no number. Expected 1 to 13.");
            return GradeLevel.From(9);
        }

        return grade;
    }

    private static ImmutableArray<GradeLevel> Grades(JsonRecord json, string field)
    {
        var grades = json.Grades(field);
        foreach (var grade in grades.Where(grade => grade.Number is null))
        {
            json.Fault(field, "out-of-range", $"Grade {grade} has no number. Expected 1 to 13.");
        }

        return [.. grades.Where(grade => grade.Number is not null).Order()];
    }

    private static ImmutableArray<T> Filled<T>(JsonRecord json, string field, ImmutableArray<T> items)
    {
        if (items.IsEmpty && json.PlaceOf(field, 0) == json.PlaceOf(field))
        {
            json.Fault(field, "missing", $"\"{field}\" needs at least one.");
        }

        return items;
    }
}
