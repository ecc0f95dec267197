using System.Text;

namespace Pathways.Curriculum.Tests.Quality;

/// <summary>The examples of the documentation.</summary>
internal static class Given
{
    public const string Pathways = """
        {
          "format": "pathways/pathways@1",
          "pathways": [
            {
              "id": "machining",
              "title": "Advanced Manufacturing",
              "program": "career-technical",
              "sectors": [
                "engineering"
              ],
              "occupations": [
                "51-4041.00"
              ],
              "regions": [
                "metrowest"
              ],
              "schools": [
                "mhs"
              ],
              "courses": [
                "Machining I",
                "Machining II"
              ],
              "credentials": [
                "nims-1"
              ],
              "links": [
                {
                  "route": "two-year-college",
                  "institution": "Community College",
                  "program": "Manufacturing technology",
                  "award": "associate-degree"
                },
                {
                  "route": "apprenticeship",
                  "institution": "Machinists' Guild",
                  "program": "Machinist",
                  "award": "apprenticeship-certificate"
                }
              ]
            },
            {
              "id": "nursing",
              "title": "Health Careers",
              "program": "early-college"
            }
          ],
          "agreements": [
            {
              "id": "cc-machining",
              "pathway": "machining",
              "institution": "Community College",
              "partner": "college",
              "course": "Machining II",
              "collegeCourse": "MFG 101",
              "credits": 3,
              "from": "2024-07-01",
              "to": "2027-06-30",
              "resources": [
                "Metrology laboratory"
              ],
              "offersPlacements": true
            }
          ]
        }

        """;

    public const string Quality = """
        {
          "format": "pathways/quality@1",
          "scorecards": [
            {
              "pathway": "machining",
              "reviewedOn": "2026-06-15",
              "reviewer": "cte-director",
              "components": [
                {
                  "component": "labor-market-demand",
                  "rating": "exemplary",
                  "evidence": [
                    "120 openings a year, State labor office 2026"
                  ]
                },
                {
                  "component": "college-and-career-planning",
                  "rating": "established",
                  "evidence": [
                    "All plans complete"
                  ]
                },
                {
                  "component": "technical-instruction",
                  "rating": "established",
                  "evidence": [
                    "Two year-long courses"
                  ]
                },
                {
                  "component": "work-based-learning",
                  "rating": "established",
                  "evidence": [
                    "31 placements"
                  ]
                },
                {
                  "component": "credential-preparation",
                  "rating": "emerging",
                  "evidence": [
                    "First class takes NIMS in May"
                  ],
                  "owner": "shop-teacher",
                  "note": "Fees are not paid for yet"
                },
                {
                  "component": "postsecondary-linkages",
                  "rating": "not-in-place"
                }
              ]
            }
          ],
          "grids": [
            {
              "region": "metrowest",
              "assessedOn": "2026-03-01",
              "settings": [
                "Family",
                "School",
                "Wider community"
              ],
              "cells": [
                {
                  "row": 1,
                  "column": 1,
                  "condition": "Financial-aid information campaigns with students and families",
                  "rating": "emerging",
                  "evidence": [
                    "Two evenings a year"
                  ],
                  "owner": "counselor",
                  "feasibility": 5,
                  "impact": 4,
                  "removesBarriersFor": [
                    "rural"
                  ]
                },
                {
                  "row": 2,
                  "column": 1,
                  "condition": "Early STEM learning opportunities"
                }
              ]
            }
          ],
          "recommendations": [
            {
              "id": "tier-1",
              "text": "Give every student the core of career learning.",
              "horizon": "near-term",
              "issuedOn": "2026-06-10",
              "status": "in-progress",
              "owner": "Executive Director of CTE",
              "due": "2026-09-01",
              "pathway": "machining",
              "component": "work-based-learning",
              "occupations": [
                "51-4041.00"
              ],
              "inputs": [
                {
                  "kind": "stakeholders",
                  "source": "Working group of counselors and families",
                  "on": "2026-05-20"
                }
              ],
              "supports": [
                {
                  "level": "school",
                  "need": "A common block for career learning",
                  "isInPlace": true
                }
              ],
              "schools": [
                {
                  "school": "mhs",
                  "state": "implemented",
                  "asOf": "2026-09-15"
                }
              ]
            },
            {
              "id": "new-programs",
              "text": "Let hard-to-fill positions inform new programs.",
              "horizon": "long-term",
              "issuedOn": "2026-06-10"
            }
          ]
        }

        """;

    public static PathwayRegister PathwayRegister => PathwayFile.Parse(Encoding.UTF8.GetBytes(Pathways), "pathways.json").Get();

    public static QualityRegister QualityRegister => QualityFile.Parse(Encoding.UTF8.GetBytes(Quality), "quality.json").Get();
}
