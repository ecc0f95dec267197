namespace Pathways.Curriculum.Tests.Quality;

public class QualityReportTests
{
    private static readonly LocalDate Today = new(2026, 10, 1);
    private static readonly RegionId[] Regions = [RegionId.From("metrowest"), RegionId.From("cape")];
    private static readonly SchoolId[] Schools = [SchoolId.From("mhs"), SchoolId.From("ahs")];

    /// <summary>S205: each claim of coverage has the list of its exceptions.</summary>
    [Fact]
    public void Every_claim_lists_its_exceptions()
    {
        var report = Report();
        Assert.Equal(
            [
                "quality.every-pathway-reviewed 1/2 nursing", "quality.every-pathway-articulated 1/2 nursing", "quality.every-pathway-linked 1/2 nursing",
                "quality.every-agreement-holds 1/1 ", "quality.every-region-served 2/2 ", "quality.every-region-assessed 0/2 cape metrowest",
                "quality.every-recommendation-owned 1/2 new-programs", "quality.every-recommendation-timely 0/1 tier-1",
                "quality.every-school-implements 1/2 ahs",
            ],
            report.Claims.Select(claim => $"{claim.Code} {claim.Met}/{claim.Total} {string.Join(' ', claim.Exceptions.Select(gap => gap.Subject))}"));
        Assert.All(report.Claims, claim => Assert.Equal(claim.Exceptions.IsEmpty, claim.IsTrue));
        Assert.All(report.Claims.SelectMany(claim => claim.Exceptions), gap => Assert.NotEmpty(gap.Reasons));
        Assert.Equal("Every region has a pathway. 2 of 2.", report.Claim("quality.every-region-served").ToString());
        Assert.Throws<ArgumentException>(() => report.Claim("quality.every-moon"));
    }

    /// <summary>S114, S138: ten regions or any number; do pathways exist in all regions?</summary>
    [Fact]
    public void A_region_without_a_pathway_is_found()
    {
        var register = Given.PathwayRegister;
        var report = Report(register with { Pathways = [register.Pathways[0]] });
        var gap = Assert.Single(report.Claim("quality.every-region-served").Exceptions);
        Assert.Equal(("cape", "No pathway is offered in cape."), (gap.Subject, gap.Reasons.Single().Sentence));
    }

    /// <summary>S92: an agreement holds on its first and on its last day, and not a day longer.</summary>
    [Theory]
    [InlineData("2024-06-30", "quality.agreement-not-begun")]
    [InlineData("2024-07-01", null)]
    [InlineData("2027-06-30", null)]
    [InlineData("2027-07-01", "quality.agreement-expired")]
    public void An_agreement_that_does_not_hold_is_an_exception(string day, string? code)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var report = QualityCalculator.Report(Given.PathwayRegister, Given.QualityRegister, Regions, Schools, on);
        Assert.Equal(code, report.Claim("quality.every-agreement-holds").Exceptions.SingleOrDefault()?.Reasons.Single().Code);
        Assert.Equal(code, report.Claim("quality.every-pathway-articulated").Exceptions.SingleOrDefault(gap => gap.Subject == "machining")?.Reasons.Single().Code);
    }

    /// <summary>S90, S121, S122, S92, S93, S94, S95: credit, degrees and credentials without them, what may be used, and the college as a partner.</summary>
    [Fact]
    public void A_pathway_leads_on_with_credit_and_without_a_degree_too()
    {
        var register = Given.PathwayRegister;
        var machining = register.Pathways[0];
        Assert.Equal([PostsecondaryAward.AssociateDegree, PostsecondaryAward.ApprenticeshipCertificate], machining.Links.Select(link => link.Award));
        var agreement = Assert.Single(register.AgreementsOf(machining.Id, Today));
        Assert.Equal(("Machining II", "MFG 101", 3m, true), (agreement.Course, agreement.CollegeCourse, agreement.Credits, agreement.OffersPlacements));
        Assert.Equal(["Metrology laboratory"], agreement.Resources.AsEnumerable());
        Assert.Equal(["college"], register.CollegePartners(Today).Select(partner => partner.Value));
        Assert.Empty(register.CollegePartners(new(2030, 1, 1)));
    }

    /// <summary>S92: a course counts once at a college, and colleges do not add up.</summary>
    [Fact]
    public void Credits_are_counted_by_college_and_course()
    {
        var first = Given.PathwayRegister.Agreements[0];
        var register = new PathwayRegister
        {
            Agreements =
            [
                first, first with { Id = ArticulationId.From("b"), Credits = 4 }, first with { Id = ArticulationId.From("c"), Course = "Machining I", Credits = 2 },
                first with { Id = ArticulationId.From("d"), Institution = "University" },
            ],
        };
        var credits = register.CreditsOf(first.Pathway, Today);
        Assert.Equal([("Community College", 6m), ("University", 3m)], credits.Select(entry => (entry.Key, entry.Value)));
    }

    /// <summary>S170, S200: who answers for what is overdue.</summary>
    [Fact]
    public void Overdue_recommendations_are_listed_by_owner()
    {
        var report = Report();
        Assert.Equal(["Executive Director of CTE"], report.OverdueByOwner.Keys);
        var gap = Assert.Single(report.Claim("quality.every-recommendation-timely").Exceptions);
        Assert.Equal("Executive Director of CTE", gap.Owner?.Value);
        Assert.Equal("tier-1 was to be done by 2026-09-01, 30 days ago.", gap.Reasons.Single().Sentence);
        Assert.Empty(Report(on: new(2026, 9, 1)).OverdueByOwner);
    }

    /// <summary>S171, S172, S173: near-term is the next school year, medium-term the one after, longer-term no day. The dates are those of June 2019.</summary>
    [Theory]
    [InlineData(Horizon.NearTerm, "2020-06-30")]
    [InlineData(Horizon.MediumTerm, "2021-06-30")]
    [InlineData(Horizon.LongTerm, null)]
    public void The_horizon_says_when_a_recommendation_is_due(Horizon horizon, string? lastDay)
    {
        var recommendation = new Recommendation { Id = RecommendationId.From("r"), Text = "Do it.", Horizon = horizon, IssuedOn = new(2019, 6, 15) };
        Assert.Equal(lastDay, recommendation.LastDay() is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null);
        Assert.Equal(new LocalDate(2019, 9, 9), (recommendation with { Due = new(2019, 9, 9) }).LastDay());
    }

    /// <summary>S186: the status of every school, and of those that never said; what is only proposed binds no school.</summary>
    [Fact]
    public void The_status_of_every_school_is_shown()
    {
        var report = Report();
        Assert.Equal([("ahs", null), ("mhs", ImplementationState.Implemented)], report.Schools.Select(status => (status.School.Value, status.State)));
        Assert.Equal(["quality.school-unreported"], report.Claim("quality.every-school-implements").Exceptions.Single().Reasons.Select(reason => reason.Code));
    }

    /// <summary>S180, S185, S196: what a recommendation rests on, what it needs, and which demand it answers.</summary>
    [Fact]
    public void A_recommendation_keeps_its_inputs_supports_and_demand()
    {
        var recommendation = Given.QualityRegister.Recommendations[0];
        Assert.Equal((InputKind.Stakeholders, new LocalDate(2026, 5, 20)), (recommendation.Inputs.Single().Kind, recommendation.Inputs.Single().On));
        Assert.Equal((SupportLevel.School, true), (recommendation.Supports.Single().Level, recommendation.Supports.Single().IsInPlace));
        Assert.Equal("51-4041.00", recommendation.Occupations.Single().Value);
    }

    [Fact]
    public void What_is_closed_is_neither_overdue_nor_without_an_owner()
    {
        var quality = Given.QualityRegister;
        var closed = quality with { Recommendations = [.. quality.Recommendations.Select(found => found with { Status = RecommendationStatus.Declined })] };
        var report = QualityCalculator.Report(Given.PathwayRegister, closed, Regions, Schools, Today);
        Assert.Equal((0, 0), (report.Claim("quality.every-recommendation-owned").Total, report.Claim("quality.every-recommendation-timely").Total));
        Assert.Empty(report.OverdueByOwner);
        Assert.Empty(report.Schools);
    }

    [Fact]
    public void Reports_count_reviews_up_to_their_day_alone()
    {
        Assert.Equal(["machining"], Report().Verdicts.Keys.Select(pathway => pathway.Value));
        Assert.Empty(Report(on: new(2026, 6, 14)).Verdicts);
    }

    private static QualityReport Report(PathwayRegister? pathways = null, LocalDate? on = null) =>
        QualityCalculator.Report(pathways ?? Given.PathwayRegister, Given.QualityRegister, Regions, Schools, on ?? Today);
}
