using System.Text;

namespace Pathways.Curriculum.Tests.Plans;

/// <summary>A district's own template, as a file: every field and every kind of criterion there is.</summary>
internal static class SamplePlan
{
    public const string Json = """
        {
          "format": "pathways/plan@1",
          "id": "riverside",
          "version": 3,
          "title": "Riverside plan",
          "jurisdiction": "US-XX, Riverside district",
          "authority": "School board",
          "effectiveFrom": "2022-07-01",
          "effectiveTo": "2030-06-30",
          "startsIn": 6,
          "reviewedIn": [
            9,
            11
          ],
          "graduationRequirement": true,
          "signers": [
            {
              "title": "Student",
              "roles": [
                "student"
              ]
            },
            {
              "title": "Family or school",
              "roles": [
                "guardian",
                "counselor"
              ]
            }
          ],
          "elements": [
            {
              "id": "portfolio",
              "title": "Portfolio",
              "section": "Work",
              "criterion": {
                "type": "artifact",
                "kinds": [
                  "project",
                  "resume"
                ],
                "count": 2,
                "accepted": false,
                "inPortfolio": true,
                "notOlderThanDays": 400
              },
              "due": {
                "byEndOf": 12,
                "notBefore": 9,
                "term": "spring"
              },
              "required": false,
              "onlyIf": "arts",
              "waivedBy": [
                "counselor"
              ],
              "optOutBy": [
                "guardian"
              ],
              "verified": false,
              "sources": [
                "Board policy 7"
              ]
            },
            {
              "id": "profile",
              "title": "Profile",
              "criterion": {
                "type": "all-of",
                "of": [
                  {
                    "type": "interest-result"
                  },
                  {
                    "type": "strength-result"
                  },
                  {
                    "type": "goal",
                    "kind": "career"
                  },
                  {
                    "type": "intent",
                    "decided": true
                  },
                  {
                    "type": "any-of",
                    "of": [
                      {
                        "type": "sector-choice"
                      },
                      {
                        "type": "credential",
                        "ids": [
                          "cpr"
                        ]
                      }
                    ]
                  }
                ]
              },
              "due": {
                "byEndOf": 10
              }
            },
            {
              "id": "people",
              "title": "People",
              "criterion": {
                "type": "all-of",
                "of": [
                  {
                    "type": "advisor",
                    "roles": [
                      "teacher",
                      "counselor"
                    ]
                  },
                  {
                    "type": "family-contact",
                    "topics": [
                      "plan"
                    ],
                    "count": 2
                  },
                  {
                    "type": "signature",
                    "roles": [
                      "student"
                    ]
                  }
                ]
              },
              "due": {
                "inEach": [
                  9,
                  10,
                  12
                ],
                "term": "fall"
              },
              "waivedBy": [
                "counselor"
              ]
            },
            {
              "id": "work",
              "title": "Work",
              "criterion": {
                "type": "experience",
                "kinds": [
                  "internship",
                  "job-shadow",
                  "site-visit"
                ],
                "activities": [
                  "own-job"
                ],
                "withPartner": true,
                "count": 2,
                "hours": 12.5
              },
              "due": {
                "byEndOf": 12
              }
            },
            {
              "id": "aid",
              "title": "Aid",
              "criterion": {
                "type": "financial-aid",
                "milestone": "submitted",
                "programs": [
                  "fafsa"
                ]
              },
              "due": {
                "byEndOf": 12
              },
              "optOutBy": [
                "guardian",
                "student"
              ]
            },
            {
              "id": "program",
              "title": "Program",
              "criterion": {
                "type": "enrollment",
                "programs": [
                  "career-technical",
                  "early-college"
                ],
                "completed": true
              },
              "due": {
                "byEndOf": 12
              }
            },
            {
              "id": "review",
              "title": "Review",
              "criterion": {
                "type": "review"
              },
              "due": {
                "inEach": [
                  9,
                  11
                ]
              }
            }
          ],
          "sources": [
            "Board policy 7"
          ],
          "notes": [
            "Families’ own words & dashes – as they are."
          ]
        }

        """;

    public static byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Json);

    public static PlanTemplate Template { get; } = PlanTemplateFile.Parse(Utf8, "riverside.json").Get();
}
