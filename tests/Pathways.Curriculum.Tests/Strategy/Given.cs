using System.Text;

namespace Pathways.Curriculum.Tests.Strategy;

/// <summary>The strategy that the page on its format shows.</summary>
internal static class Given
{
    public static readonly string Text =
        """
        {
          "format": "pathways/strategy@1",
          "goals": [
            {
              "id": "readiness-for-all",
              "level": "purpose",
              "statement": "Every student leaves high school ready for college, career and life.",
              "owner": "cte-director"
            },
            {
              "id": "early-awareness",
              "level": "goal",
              "statement": "Students know what work there is before they choose.",
              "serves": "readiness-for-all"
            },
            {
              "id": "all-visit",
              "level": "outcome",
              "statement": "Every student of grade 9 visits a company.",
              "serves": "early-awareness",
              "measure": {
                "activity": "site-visit-9",
                "target": 1
              }
            },
            {
              "id": "most-ready",
              "level": "outcome",
              "statement": "Most students are ready for a workplace at the end of grade 10.",
              "serves": "readiness-for-all",
              "measure": {
                "readiness": "marlborough-career",
                "target": 0.8
              }
            },
            {
              "id": "aid-forms",
              "level": "outcome",
              "statement": "More families apply for financial aid.",
              "serves": "readiness-for-all",
              "measure": {
                "figure": "Share of seniors with a complete application, in percent",
                "target": 65,
                "figures": [
                  {
                    "on": "2026-06-30",
                    "value": 58.5,
                    "source": "State, annual report"
                  }
                ]
              }
            }
          ],
          "messages": [
            {
              "id": "trades-evening",
              "topic": "Trades and apprenticeships",
              "text": "Meet the union training centers on 3 March.",
              "audiences": [
                "student",
                "guardian"
              ],
              "channels": [
                "announcements",
                "calls"
              ],
              "options": [
                "apprenticeship",
                "trade-school"
              ],
              "from": "2027-02-01",
              "until": "2027-03-03",
              "grades": [
                10,
                11,
                "PS"
              ]
            },
            {
              "id": "resume-clinic",
              "topic": "Resume clinic",
              "text": "Bring a draft; leave with a resume.",
              "audiences": [
                "student"
              ],
              "programs": [
                "innovation-pathway"
              ],
              "sectors": [
                "healthcare"
              ],
              "intents": [
                "undecided",
                "work"
              ],
              "when": [
                {
                  "id": "chose",
                  "kind": "sector-chosen",
                  "sentence": "The student chose a sector."
                }
              ],
              "unless": [
                {
                  "id": "has-resume",
                  "kind": "artifact",
                  "sentence": "The student has an accepted resume.",
                  "artifacts": [
                    "resume"
                  ]
                }
              ]
            }
          ],
          "needs": [
            {
              "id": "n-1",
              "stakeholder": "industry partners",
              "text": "One person at school who answers within a week.",
              "heardOn": "2026-05-12",
              "owner": "career-specialist",
              "addressedOn": "2026-09-01",
              "answer": "The career specialist is named on every agreement."
            },
            {
              "id": "n-2",
              "stakeholder": "parents",
              "text": "Evening hours for meetings.",
              "heardOn": "2026-06-02"
            }
          ],
          "capacities": [
            {
              "id": "bus-fall",
              "kind": "seats on the bus to site visits",
              "holder": "mhs",
              "from": "2026-09-01",
              "to": "2027-01-31",
              "amount": 240,
              "used": 190
            }
          ],
          "advice": [
            {
              "id": "a-1",
              "pathway": "machining",
              "on": "2026-03-10",
              "text": "Teach measuring before machining.",
              "isBinding": true,
              "carriedOutIn": "marlborough@2"
            },
            {
              "id": "a-2",
              "pathway": "machining",
              "on": "2026-10-06",
              "text": "Replace the manual mills.",
              "declinedBecause": "The room has no power for others before 2028."
            }
          ],
          "surveys": [
            {
              "on": "2026-09-20",
              "audience": "guardian",
              "asked": 180,
              "heard": [
                {
                  "channel": "a friend's child",
                  "count": 95
                },
                {
                  "channel": "school website",
                  "count": 41
                }
              ]
            }
          ]
        }

        """.ReplaceLineEndings("\n");

    public static StrategyRegister Register => StrategyFile.Parse(Encoding.UTF8.GetBytes(Text), "x").Get();
}
