"""What pages are drawn with: HTML and figures from query rows; knows neither Streamlit nor where rows come from."""
