using static MarlboroughGenerator.Words;

namespace MarlboroughGenerator;

/// <summary>A kind of partner: what its name ends with, and what such a partner offers.</summary>
/// <param name="Ending">The last words of the name.</param>
/// <param name="Count">How many partners of the kind there are.</param>
/// <param name="Shares">What each offers, sector by sector.</param>
internal sealed record Trade(string Ending, int Count, params ImmutableArray<Share> Shares)
{
    /// <summary>From how many seats a year a partner counts as a larger one.</summary>
    public const int LargerSeats = 30;

    /// <summary>Whether each partner of the kind takes <see cref="LargerSeats"/> and more students a year in all.</summary>
    public bool IsLarger => Shares.Sum(share => share.Seats) >= LargerSeats;

    /// <summary>The kinds of larger partners: nine work in each of the three sectors, some in two.</summary>
    public static ImmutableArray<Trade> Larger { get; } =
    [
        new("Community Hospital", 2,
            new Share(Healthcare, 3, 15, "29-1141", "31-1131", "29-1126", "29-2055", "29-2034", "29-2033", "29-2012"),
            new Share(Computing, 2, 16, "15-1211.01", "15-1232", "15-2051.01")),
        new("Medical Group", 2,
            new Share(Healthcare, 3, 14, "31-9092", "31-9097", "43-6013", "29-1141", "31-2022"),
            new Share(Computing, 2, 17, "15-1211.01", "15-1232", "15-1242")),
        new("Senior Living", 1,
            new Share(Healthcare, 3, 15, "31-1122", "31-1131", "21-1094"),
            new Share(Computing, 2, 15, "15-1232", "15-1231")),
        new("Biosciences", 2,
            new Share(Healthcare, 2, 13, "19-4021", "29-2012"),
            new Share(Engineering, 2, 18, "51-9111", "51-9061", "17-3026", "17-3028")),
        new("Medical Devices", 2,
            new Share(Healthcare, 2, 13, "19-4021", "29-2055", "29-2012"),
            new Share(Engineering, 2, 18, "49-9062", "51-2022", "17-2141", "17-2112.03")),
        new("Manufacturing", 2,
            new Share(Engineering, 5, 33, "17-2112.03", "51-4041", "51-2041", "49-9041", "53-7065", "51-9061")),
        new("Semiconductor Works", 1,
            new Share(Engineering, 5, 32, "51-9141", "17-3023", "49-9041", "17-3026", "51-9061")),
        new("Aerospace Components", 1,
            new Share(Engineering, 5, 31, "51-9161", "51-9162", "47-2211", "17-2141", "17-3027")),
        new("Automation", 1,
            new Share(Engineering, 3, 18, "17-3024.01", "17-3023", "17-2141"),
            new Share(Computing, 2, 14, "15-1252", "15-1253")),
        new("Software", 1,
            new Share(Computing, 5, 32, "15-1252", "15-1253", "15-1255", "15-2051", "15-1254")),
        new("Data Services", 1,
            new Share(Computing, 4, 30, "15-2051", "15-2051.01", "15-1242", "15-1244")),
        new("Network Services", 1,
            new Share(Computing, 4, 31, "15-1231", "15-1212", "15-1244", "15-1232")),
    ];

    /// <summary>The kinds of smaller partners.</summary>
    public static ImmutableArray<Trade> Smaller { get; } =
    [
        new("Precision Machining", 3, new Share(Engineering, 1, 4, "51-4041", "51-9161", "51-9162")),
        new("Tool Works", 2, new Share(Engineering, 1, 3, "51-4041", "51-9161")),
        new("Sheet Metal", 2, new Share(Engineering, 1, 3, "47-2211", "51-4121")),
        new("Robotics", 2, new Share(Engineering, 2, 5, "17-3024.01", "17-3013")),
        new("Photonics", 2, new Share(Engineering, 1, 3, "17-3029.08", "17-3028")),
        new("Instruments", 2, new Share(Engineering, 1, 4, "17-3023", "17-3028", "51-9061")),
        new("Circuit Assembly", 2, new Share(Engineering, 1, 4, "51-2022", "17-3023")),
        new("Packaging", 1, new Share(Engineering, 1, 4, "51-9111", "53-7065")),
        new("Cabinet Shop", 2, new Share(Engineering, 1, 2, "51-7011")),
        new("Design Drafting", 2, new Share(Engineering, 1, 2, "17-3013", "17-2141")),
        new("Electrical Contractors", 2, new Share(Engineering, 1, 2, "47-2111")),
        new("Dental Office", 3, new Share(Healthcare, 1, 2, "31-9091")),
        new("Family Practice", 2, new Share(Healthcare, 2, 3, "31-9092", "43-6013")),
        new("Physical Therapy", 2, new Share(Healthcare, 1, 2, "31-2022")),
        new("Pharmacy", 2, new Share(Healthcare, 1, 1, "29-2052")),
        new("Eye Clinic", 1, new Share(Healthcare, 1, 1, "29-2057")),
        new("Animal Hospital", 2, new Share(Healthcare, 1, 2, "31-9096")),
        new("Home Care", 1, new Share(Healthcare, 1, 2, "31-1122", "21-1094")),
        new("Ambulance Service", 1, new Share(Healthcare, 1, 2, "29-2042")),
        new("Imaging Center", 1, new Share(Healthcare, 1, 1, "29-2034", "29-2072")),
        new("App Studio", 3, new Share(Computing, 1, 3, "15-1252", "15-1253")),
        new("Web Studio", 3, new Share(Computing, 2, 4, "15-1254", "15-1255")),
        new("Game Studio", 2, new Share(Computing, 1, 3, "15-1255.01", "15-1252")),
        new("Security Services", 2, new Share(Computing, 1, 2, "15-1212", "15-1231")),
        new("Computer Repair", 3, new Share(Computing, 1, 2, "15-1232")),
        new("Mapping", 1, new Share(Computing, 2, 3, "15-1299.02", "15-2051")),
        new("Analytics", 2, new Share(Computing, 1, 3, "15-2051", "15-2051.01")),
    ];
}
