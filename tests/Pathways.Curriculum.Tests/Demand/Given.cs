using System.Text;

namespace Pathways.Curriculum.Tests.Demand;

/// <summary>What the examples of the documentation say of two regions.</summary>
internal static class Given
{
    public const string Text = """
        {
          "format": "pathways/demand@1",
          "regions": [
            {
              "id": "metrowest",
              "title": "MetroWest",
              "familyWage": 52000,
              "familyWageSource": "Regional planning council"
            },
            {
              "id": "cape",
              "title": "Cape and Islands"
            }
          ],
          "records": [
            {
              "region": "metrowest",
              "occupation": "51-4041.00",
              "openings": 120,
              "growthPercent": 4.5,
              "medianWage": 58000,
              "source": "State labor office",
              "asOf": "2026-05-01"
            },
            {
              "region": "metrowest",
              "occupation": "51-4041.00",
              "openings": 10,
              "source": "Chamber survey",
              "asOf": "2024-01-15"
            },
            {
              "region": "metrowest",
              "occupation": "43-4051.00",
              "openings": 8,
              "growthPercent": -3,
              "medianWage": 41000,
              "source": "State labor office",
              "asOf": "2023-05-01"
            }
          ],
          "hardToFill": [
            {
              "partner": "hospital",
              "region": "metrowest",
              "occupation": "31-9092.00",
              "vacancies": 6,
              "reason": "Shifts at night",
              "asOf": "2026-09-01"
            }
          ],
          "strategies": [
            {
              "occupation": "51-4041.00",
              "strategy": "Machining I and II, then a summer at a shop"
            },
            {
              "occupation": "51-4041.00",
              "region": "metrowest",
              "strategy": "Evening laboratory at the college",
              "setting": "after-school",
              "degree": "Associate in manufacturing",
              "credentials": [
                "nims-1"
              ],
              "skills": [
                "Reading drawings"
              ]
            }
          ]
        }

        """;

    public static RegionalDemand Metrowest => DemandFile.Parse(Encoding.UTF8.GetBytes(Text), "demand.json").Get();
}
