using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Occupations;

/// <summary>Profiles of six scores, often with ties.</summary>
internal static class Profiles
{
    public static Gen<double[]> One() => Gen.ArrayOf(Gen.Choose(0, 40).Select(score => (double)score), 6);

    public static Gen<(double[] Left, double[] Right)> Two() => Gen.Zip(One(), One());
}
