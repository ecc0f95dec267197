using Pathways;
using static MarlboroughGenerator.Words;

namespace MarlboroughGenerator;

/// <summary>An occupation that partners of the sample offer to get to know. Codes and titles are those of O*NET 29.3.</summary>
/// <param name="Code">The O*NET-SOC code.</param>
/// <param name="Title">The O*NET title.</param>
/// <param name="Sector">The sector of the program in which the sample uses it.</param>
/// <param name="Subject">What an opportunity calls it.</param>
internal sealed record Occupation(OnetSocCode Code, string Title, SectorId Sector, string Subject)
{
    /// <summary>Hazardous work that often comes with it.</summary>
    public ImmutableArray<HazardId> Hazards { get; private init; } = [];

    /// <summary>What partners ask for besides a resume.</summary>
    public ImmutableArray<string> Needs { get; private init; } = [];

    /// <summary>Whether it is only for adults.</summary>
    public bool IsAdultsOnly { get; private init; }

    /// <summary>Every occupation of the sample, by sector and code.</summary>
    public static ImmutableArray<Occupation> All { get; } =
    [
        Engineer("17-2112.03", "Manufacturing Engineers", "Manufacturing engineering", [Safety]),
        Engineer("17-2141.00", "Mechanical Engineers", "Mechanical design", [Cad]),
        Engineer("17-3013.00", "Mechanical Drafters", "Mechanical drafting", [Cad]),
        Engineer("17-3023.00", "Electrical and Electronic Engineering Technologists and Technicians", "Electronics technology", [Safety]),
        Engineer("17-3024.01", "Robotics Technicians", "Robotics", [Safety]),
        Engineer("17-3026.00", "Industrial Engineering Technologists and Technicians", "Process improvement", []),
        Engineer("17-3027.00", "Mechanical Engineering Technologists and Technicians", "Mechanical testing", [Safety]),
        Engineer("17-3028.00", "Calibration Technologists and Technicians", "Calibration", []),
        Engineer("17-3029.08", "Photonics Technicians", "Photonics", [Safety]),
        Engineer("47-2111.00", "Electricians", "Electrical work", [Safety]),
        Engineer("47-2211.00", "Sheet Metal Workers", "Sheet-metal work", [Safety], "ho-08"),
        Engineer("49-9041.00", "Industrial Machinery Mechanics", "Machine maintenance", [Safety], "ho-07"),
        Engineer("49-9062.00", "Medical Equipment Repairers", "Medical-equipment repair", [Safety]),
        Engineer("51-2022.00", "Electrical and Electronic Equipment Assemblers", "Electronics assembly", []),
        Engineer("51-2041.00", "Structural Metal Fabricators and Fitters", "Metal fabrication", [Safety], "ho-08", "ho-14"),
        Engineer("51-4041.00", "Machinists", "Machining", [Safety]),
        Engineer("51-4121.00", "Welders, Cutters, Solderers, and Brazers", "Welding", [Safety], "ho-14"),
        Engineer("51-7011.00", "Cabinetmakers and Bench Carpenters", "Cabinetmaking", [Safety], "ho-05"),
        Engineer("51-9061.00", "Inspectors, Testers, Sorters, Samplers, and Weighers", "Quality inspection", []),
        Engineer("51-9111.00", "Packaging and Filling Machine Operators and Tenders", "Packaging lines", [Safety], "ho-12"),
        Engineer("51-9141.00", "Semiconductor Processing Technicians", "Semiconductor processing", [Safety]),
        Engineer("51-9161.00", "Computer Numerically Controlled Tool Operators", "CNC machining", [Safety]),
        Engineer("51-9162.00", "Computer Numerically Controlled Tool Programmers", "CNC programming", [Cad]),
        Engineer("53-7065.00", "Stockers and Order Fillers", "Warehouse operations", [Safety], "ho-07"),

        Carer("19-4021.00", "Biological Technicians", "Life-science laboratory", [Safety]),
        Carer("21-1094.00", "Community Health Workers", "Community health", [Cori]),
        Carer("29-1126.00", "Respiratory Therapists", "Respiratory therapy", [Hipaa, Immunization]),
        Carer("29-1141.00", "Registered Nurses", "Nursing", [Hipaa, Cori, Immunization]),
        Carer("29-2012.00", "Medical and Clinical Laboratory Technicians", "Clinical laboratory", [Safety, Hipaa]),
        Carer("29-2033.00", "Nuclear Medicine Technologists", "Nuclear medicine", [Hipaa], "ho-06"),
        Carer("29-2034.00", "Radiologic Technologists and Technicians", "Medical imaging", [Hipaa]) with { IsAdultsOnly = true },
        Carer("29-2042.00", "Emergency Medical Technicians", "Emergency medicine", [Hipaa, Cori]),
        Carer("29-2052.00", "Pharmacy Technicians", "Pharmacy", [Hipaa]),
        Carer("29-2055.00", "Surgical Technologists", "Surgical technology", [Hipaa, Immunization]),
        Carer("29-2057.00", "Ophthalmic Medical Technicians", "Eye care", [Hipaa]),
        Carer("29-2072.00", "Medical Records Specialists", "Medical records", [Hipaa]),
        Carer("31-1122.00", "Personal Care Aides", "Senior care", [Cori]),
        Carer("31-1131.00", "Nursing Assistants", "Nursing assistance", [Hipaa, Cori, Immunization], "ho-07"),
        Carer("31-2022.00", "Physical Therapist Aides", "Physical therapy", [Hipaa]),
        Carer("31-9091.00", "Dental Assistants", "Dental assisting", [Immunization]),
        Carer("31-9092.00", "Medical Assistants", "Medical assisting", [Hipaa, Immunization]),
        Carer("31-9096.00", "Veterinary Assistants and Laboratory Animal Caretakers", "Animal care", []),
        Carer("31-9097.00", "Phlebotomists", "Phlebotomy", [Hipaa, Immunization]) with { IsAdultsOnly = true },
        Carer("43-6013.00", "Medical Secretaries and Administrative Assistants", "Medical office", [Hipaa]),

        Computer("15-1211.01", "Health Informatics Specialists", "Health informatics", [Hipaa]),
        Computer("15-1212.00", "Information Security Analysts", "Security operations", []),
        Computer("15-1231.00", "Computer Network Support Specialists", "Network support", []),
        Computer("15-1232.00", "Computer User Support Specialists", "User support", []),
        Computer("15-1242.00", "Database Administrators", "Database administration", [Programming]),
        Computer("15-1244.00", "Network and Computer Systems Administrators", "Systems administration", []),
        Computer("15-1252.00", "Software Developers", "Software development", [Programming]),
        Computer("15-1253.00", "Software Quality Assurance Analysts and Testers", "Software testing", []),
        Computer("15-1254.00", "Web Developers", "Web development", [Programming]),
        Computer("15-1255.00", "Web and Digital Interface Designers", "Interface design", []),
        Computer("15-1255.01", "Video Game Designers", "Game design", []),
        Computer("15-1299.02", "Geographic Information Systems Technologists and Technicians", "Digital mapping", []),
        Computer("15-2051.00", "Data Scientists", "Data science", [Programming]),
        Computer("15-2051.01", "Business Intelligence Analysts", "Business analytics", []),
    ];

    /// <summary>The occupation with a code.</summary>
    /// <param name="code">The code without its <c>.00</c>, or a code with two other digits.</param>
    public static Occupation Get(string code) => All.Single(occupation => occupation.Code == OnetSocCode.Parse(code, null));

    private static Occupation Engineer(
        string code, string title, string subject, ImmutableArray<string> needs, params string[] hazards) =>
        Of(Engineering, code, title, subject, needs, hazards);

    private static Occupation Carer(
        string code, string title, string subject, ImmutableArray<string> needs, params string[] hazards) =>
        Of(Healthcare, code, title, subject, needs, hazards);

    private static Occupation Computer(string code, string title, string subject, ImmutableArray<string> needs) =>
        Of(Computing, code, title, subject, needs, []);

    private static Occupation Of(
        SectorId sector, string code, string title, string subject, ImmutableArray<string> needs, string[] hazards) =>
        new(OnetSocCode.Parse(code, null), title, sector, subject) { Needs = needs, Hazards = [.. hazards.Select(HazardId.From)] };
}
