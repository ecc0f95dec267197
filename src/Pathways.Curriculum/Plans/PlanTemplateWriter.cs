using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>From a template to the fields of a file; what is as usual is left out.</summary>
internal static class PlanTemplateWriter
{
    public static void Write(PlanTemplate template, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("format", PlanTemplateFile.Format);
        json.WriteString("id", template.Id.Value);
        json.WriteNumber("version", template.Version);
        json.WriteString("title", template.Title);
        json.WriteString("jurisdiction", template.Jurisdiction);
        json.WriteString("authority", template.Authority);
        json.Day("effectiveFrom", template.EffectiveFrom);
        json.Day("effectiveTo", template.EffectiveTo);
        json.WriteNumber("startsIn", template.StartsIn.Number ?? throw new ArgumentException("A plan starts in a numbered grade.", nameof(template)));
        json.Grades("reviewedIn", template.ReviewedIn);
        json.Flag("graduationRequirement", template.IsGraduationRequirement);
        json.List("signers", template.Signers, signer =>
        {
            json.WriteString("title", signer.Title);
            json.Words("roles", signer.Roles);
        });
        json.Items("elements", template.Elements, element => Write(element, json));
        json.Texts("sources", template.Sources);
        json.Texts("notes", template.Notes);
        json.WriteEndObject();
    }

    private static void Write(PlanElement element, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", element.Id.Value);
        json.WriteString("title", element.Title);
        json.Text("section", element.Section);
        json.WritePropertyName("criterion");
        PlanCriterionWriter.Write(element.Criterion, json);
        json.WriteStartObject("due");
        switch (element.Due)
        {
            case PlanDue.ByEndOf once:
                json.Grade("byEndOf", once.Grade);
                if (once.NotBefore is { } first)
                {
                    json.Grade("notBefore", first);
                }

                break;
            case PlanDue.InEach each:
                json.Grades("inEach", each.Grades);
                break;
        }

        json.Text("term", element.Due.Term?.Value);
        json.WriteEndObject();
        json.Flag("required", element.IsRequired, usually: true);
        json.Text("onlyIf", element.OnlyIf);
        json.Words("waivedBy", element.WaivedBy);
        json.Words("optOutBy", element.OptOutBy);
        json.Flag("verified", element.IsVerified, usually: true);
        json.Texts("sources", element.Sources);
        json.WriteEndObject();
    }
}
