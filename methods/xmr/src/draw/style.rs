//! The colours and letters of a chart: calm on light and on dark, black on white in print. All marked points have one colour,
//! because above is not better than below, and below not than above; their shapes tell the rules apart.

/// The style sheet. Every name in it begins with xmr, so that a chart may stand inside a page. Colours are those of the pages:
/// paper, sheet, ink, quiet, line, river, country and wash.
pub(super) const STYLE: &str = r#"
.xmr{font-family:"Atkinson Hyperlegible",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.xmr text{fill:#1c2b2d}
.xmr path{fill:none}
.xmr .xmr-paper{fill:#fbf8f3}
.xmr .xmr-sheet{fill:#ffffff;stroke:#d9d3c7}
.xmr .xmr-band{fill:#e6f0ee}
.xmr .xmr-title{font-weight:700}
.xmr .xmr-quiet{fill:#4d5b5c}
.xmr .xmr-number{font-variant-numeric:tabular-nums}
.xmr .xmr-onto{paint-order:stroke;stroke:#ffffff;stroke-width:5;stroke-linejoin:round}
.xmr .xmr-grid{stroke:#d9d3c7;stroke-width:1}
.xmr .xmr-centre{stroke:#1c2b2d;stroke-width:2}
.xmr .xmr-limit{stroke:#4d5b5c;stroke-width:2;stroke-dasharray:9 6}
.xmr .xmr-near{stroke:#4d5b5c;stroke-width:1.5;stroke-dasharray:2 6;stroke-linecap:round}
.xmr .xmr-phase{stroke:#4d5b5c;stroke-width:1.5}
.xmr .xmr-values{stroke:#0b5f63;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
.xmr .xmr-dense{stroke-width:1.2}
.xmr .xmr-point{fill:#0b5f63;stroke:#ffffff;stroke-width:1.5}
.xmr .xmr-mark{fill:#3a4690;stroke:#ffffff;stroke-width:1.5}
.xmr .xmr-ring{fill:#ffffff;stroke:#3a4690;stroke-width:3.5}
.xmr-narrow .xmr-values{stroke-width:4}
.xmr-narrow .xmr-dense{stroke-width:2}
.xmr-narrow .xmr-centre,.xmr-narrow .xmr-limit{stroke-width:3.5}
.xmr-narrow .xmr-near{stroke-width:2.5}
.xmr-narrow .xmr-ring{stroke-width:6}
.xmr-narrow .xmr-onto{stroke-width:9}
@media (max-width:640px){.xmr-wide{display:none}.xmr-narrow{display:inline}}
@media screen and (prefers-color-scheme:dark){
.xmr text{fill:#eef2ef}
.xmr .xmr-paper{fill:#12191b}
.xmr .xmr-sheet{fill:#1a2427;stroke:#34443f}
.xmr .xmr-band{fill:#1d3133}
.xmr .xmr-quiet{fill:#b3c0be}
.xmr .xmr-onto{stroke:#1a2427}
.xmr .xmr-grid{stroke:#34443f}
.xmr .xmr-centre{stroke:#eef2ef}
.xmr .xmr-limit,.xmr .xmr-near,.xmr .xmr-phase{stroke:#b3c0be}
.xmr .xmr-values{stroke:#6cc7c4}
.xmr .xmr-point{fill:#6cc7c4;stroke:#1a2427}
.xmr .xmr-mark{fill:#a5b0f5;stroke:#1a2427}
.xmr .xmr-ring{fill:#1a2427;stroke:#a5b0f5}
}
@media print{.xmr .xmr-paper{fill:#ffffff}.xmr .xmr-values{stroke:#000000}.xmr .xmr-point,.xmr .xmr-mark{fill:#000000}}
"#;
