using Pathways;
using Pathways.Curriculum;
using static MarlboroughGenerator.Words;

namespace MarlboroughGenerator;

/// <summary>The pathways of the district of the sample. Titles are of everyday kinds; colleges and agreements are made up.</summary>
internal static class PathwayMaker
{
    /// <summary>The name of the file beside the cohort's.</summary>
    public const string FileName = "pathways.json";

    private const string College = "Example Community College";
    private const string University = "Example State University";

    private static readonly SchoolId Day = SchoolId.From("mhs");
    private static readonly SchoolId Evening = SchoolId.From("mhs-evening");

    /// <summary>The pathways and their agreements.</summary>
    public static PathwayRegister Register { get; } = new()
    {
        Pathways =
        [
            new()
            {
                Id = PathwayId.From("advanced-manufacturing"), Title = "Advanced Manufacturing", Program = ProgramType.CareerTechnical, Sectors = [Engineering],
                Occupations = Codes("51-4041.00", "51-9161.00", "51-9162.00", "49-9041.00"), Regions = [DemandMaker.MetroWest], Schools = [Day],
                Courses = ["Machining I", "Machining II", "Programming machine tools"], Credentials = [QualificationId.From(Safety)],
                Links =
                [
                    new(PostsecondaryIntent.TwoYearCollege, College, "Manufacturing technology", PostsecondaryAward.AssociateDegree),
                    new(PostsecondaryIntent.Apprenticeship, "Example Machinists' Guild", "Machinist", PostsecondaryAward.ApprenticeshipCertificate),
                ],
            },
            new()
            {
                Id = PathwayId.From("robotics-electronics"), Title = "Robotics and Electronics", Program = ProgramType.InnovationPathway, Sectors = [Engineering],
                Occupations = Codes("17-3024.01", "17-3023.00", "17-3028.00"), Regions = [DemandMaker.MetroWest, DemandMaker.Worcester], Schools = [Day],
                Courses = ["Electronics", "Robotics", "Measuring and calibration"],
                Links = [new(PostsecondaryIntent.FourYearCollege, University, "Mechatronics", PostsecondaryAward.BachelorDegree)],
            },
            new()
            {
                Id = PathwayId.From("health-careers"), Title = "Health Careers", Program = ProgramType.EarlyCollege, Sectors = [Healthcare],
                Occupations = Codes("29-1141.00", "31-1131.00", "31-9092.00"), Regions = [DemandMaker.MetroWest], Schools = [Day],
                Courses = ["Anatomy", "Nursing assistant course"], Credentials = [QualificationId.From(Hipaa), QualificationId.From(Immunization)],
                Links = [new(PostsecondaryIntent.TwoYearCollege, College, "Nursing", PostsecondaryAward.License)],
            },
            new()
            {
                Id = PathwayId.From("software-data"), Title = "Software and Data", Program = ProgramType.InnovationPathway, Sectors = [Computing],
                Occupations = Codes("15-1252.00", "15-1254.00", "15-2051.00"), Regions = [DemandMaker.MetroWest, DemandMaker.Worcester], Schools = [Day, Evening],
                Courses = ["Programming I", "Programming II", "Data"], Credentials = [QualificationId.From(Programming)],
                Links = [new(PostsecondaryIntent.FourYearCollege, University, "Computer science", PostsecondaryAward.BachelorDegree)],
            },
            new()
            {
                Id = PathwayId.From("cabinetmaking"), Title = "Cabinetmaking", Program = ProgramType.CareerTechnical, Sectors = [Engineering],
                Occupations = Codes("51-7011.00"), Regions = [DemandMaker.MetroWest], Schools = [Day], Courses = ["Wood I", "Wood II"],
            },
            new()
            {
                Id = PathwayId.From("college-studies"), Title = "College Studies", Program = ProgramType.EarlyCollege, Regions = [DemandMaker.MetroWest], Schools = [Day],
                Courses = ["College writing"], Links = [new(PostsecondaryIntent.TwoYearCollege, College, "General studies", PostsecondaryAward.AssociateDegree)],
            },
        ],
        Agreements =
        [
            Agreement("ecc-machining", "advanced-manufacturing", College, "Machining II", "MFG 101", 3, new(2024, 7, 1), new(2027, 6, 30)) with
            {
                Resources = ["Measuring laboratory"], OffersPlacements = true,
            },
            Agreement("ecc-anatomy", "health-careers", College, "Anatomy", "BIO 105", 4, new(2025, 7, 1), new(2028, 6, 30)),
            Agreement("esu-programming", "software-data", University, "Programming II", "CS 110", 3, new(2023, 7, 1), new(2026, 6, 30)),
            Agreement("ecc-writing", "college-studies", College, "College writing", "ENG 101", 3, new(2026, 7, 1), new(2029, 6, 30)),
        ],
    };

    private static ArticulationAgreement Agreement(
        string id, string pathway, string institution, string course, string collegeCourse, decimal credits, LocalDate from, LocalDate to) => new()
        {
            Id = ArticulationId.From(id),
            Pathway = PathwayId.From(pathway),
            Institution = institution,
            Course = course,
            CollegeCourse = collegeCourse,
            Credits = credits,
            Validity = new(from, to),
        };

    private static ImmutableArray<OnetSocCode> Codes(params string[] codes) => [.. codes.Select(code => OnetSocCode.Parse(code))];
}
